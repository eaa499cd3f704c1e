import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fix } from '@/domain/field/fix'
import { CORNER_METRES, type MeanFix, meanFix } from '@/domain/field/mean-fix'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import form from '@/features/field/field-form.module.css'
import { HoldInRainButton } from '@/features/field/HoldInRainButton'
import { useFix } from '@/store/device/fix'
import { Button } from '@/ui/controls/Button'

/** A corner nearer than this to the previous one counts as an accidental second press. */
const SAME_METRES = 2

interface Props {
  readonly walk: readonly Position[]
  /** Accuracy of each corner; may be shorter than `walk` for drafts of earlier versions. */
  readonly metres: readonly number[]
  /** The tablet's current position; null if unknown. */
  readonly here: Fix | null
  onWalk(walk: readonly Position[], metres: readonly number[]): void
}

/** Outcome of the last press. */
type Said =
  | { readonly of: 'gate'; readonly mean: MeanFix }
  | { readonly of: 'noted'; readonly mean: MeanFix }
  | { readonly of: 'same' }

/**
 * Records the corners of a walk around a site. Each is the mean of the last positions, if accurate enough; the last one
 * can be undone.
 */
export function Corners({ walk, metres, here, onWalk }: Props) {
  const { t } = useTranslation()
  const recent = useFix((all) => all.recent)
  const [said, setSaid] = useState<Said | null>(null)

  function note(mean: MeanFix) {
    onWalk([...walk, mean.position], [...metres, mean.accuracyMetres])
    setSaid({ of: 'noted', mean })
  }

  function press() {
    if (!here) return
    const mean = meanFix(recent.length > 0 ? recent : [here])!
    const last = walk.at(-1)
    if (last && distanceMetres(last, mean.position) < SAME_METRES) setSaid({ of: 'same' })
    else if (mean.accuracyMetres > CORNER_METRES) setSaid({ of: 'gate', mean })
    else note(mean)
  }

  return (
    <>
      <div className={form.actions}>
        <Button disabled={!here} onClick={press}>
          {t('check.corner', { count: walk.length })}
        </Button>
        {walk.length > 0 && (
          <>
            <HoldInRainButton
              onPress={() => {
                onWalk(walk.slice(0, -1), metres.slice(0, walk.length - 1))
                setSaid(null)
              }}
            >
              {t('corner.undo')}
            </HoldInRainButton>
            <HoldInRainButton
              onPress={() => {
                onWalk([], [])
                setSaid(null)
              }}
            >
              {t('check.walkAgain')}
            </HoldInRainButton>
          </>
        )}
      </div>
      <p role="status">
        {said?.of === 'same' && t('corner.same')}
        {said?.of === 'noted' &&
          t('corner.noted', {
            count: walk.length,
            fixes: said.mean.count,
            metres: Math.round(said.mean.accuracyMetres),
          })}
        {said?.of === 'gate' &&
          t('corner.gate', { metres: Math.round(said.mean.accuracyMetres), limit: CORNER_METRES })}
      </p>
      {said?.of === 'gate' && <Button onClick={() => note(said.mean)}>{t('corner.anyway')}</Button>}
    </>
  )
}
