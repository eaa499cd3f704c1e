import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NAVIGATORS, type Navigator, navigationLink } from '@/domain/field/navigation'
import { distanceMetres } from '@/domain/geodesy/distance'
import { STATUS_NAMES } from '@/domain/rules/status'
import { Direction } from '@/features/field/around/Direction'
import { useDistanceWords } from '@/features/field/around/use-distance-words'
import type { Origin } from '@/features/field/around/use-origin'
import { WarningChip } from '@/features/field/around/WarningChip'
import type { CheckTarget } from '@/features/field/record/check-target'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import { useOpened } from '@/store/chentu'
import { isDeskStop, useRound } from '@/store/device/round'
import { isSameSource, keyOf } from '@/store/view/view'
import { useUnderWarning } from '@/store/warnings/use-duties'
import { countyOf } from '@/store/words/county'
import { useKindTexts } from '@/store/words/kinds'
import { distanceText } from '@/store/words/place'
import { Button } from '@/ui/controls/Button'
import { LinkButton } from '@/ui/controls/LinkButton'
import { DOT } from '@/ui/dot'
import classes from './CheckHead.module.css'
import { LastPhotos } from './LastPhotos'
import { OverdueFacts } from './OverdueFacts'
import type { SourceFacts } from './use-source-facts'

interface Props {
  readonly source: CheckTarget
  readonly facts: SourceFacts
  /** Point from which distances are measured. */
  readonly origin: Origin
  /** Shows the source and its surroundings on the map. */
  onMap(): void
}

/**
 * Known facts of a source, shown before the first item: what and where it is, whom to call, distance, and what is
 * wrong.
 */
export function CheckHead({ source, facts, origin, onMap }: Props) {
  const { t, i18n } = useTranslation()
  const kindTexts = useKindTexts()
  const { dataset } = useOpened()
  const round = useRound()
  const [navigating, setNavigating] = useState(false)
  const { summary, position, name } = source
  const key = keyOf(source)
  const isUnderWarning = useUnderWarning(summary ? [summary.source] : [])
  const isStop = round.stops.some((stop) => isSameSource(stop, key))
  const words = useDistanceWords(origin)
  const metres = position && distanceMetres(origin.position, position)
  const phone = facts.text('phone')
  const where = [countyOf(t, dataset, summary, position, i18n.language), facts.text('address')]
  return (
    <div className={classes.head}>
      <div className={classes.what}>
        <div>
          <h2>{name}</h2>
          {summary && isUnderWarning(summary.source) && <WarningChip />}
          <p>
            {summary && <SourceSymbol kind={source.kind} status={STATUS_NAMES[summary.status]!} />}{' '}
            {[kindTexts.title(source.kind), ...where].filter(Boolean).join(DOT)}
            {summary && summary.dataClass !== 'real' && ` ${t(`dataClass.${summary.dataClass}`)}`}
          </p>
          <p>
            {[facts.text('operator'), facts.text('contact')].filter(Boolean).join(DOT)}{' '}
            {phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{`☎ ${phone}`}</a>}
          </p>
        </div>
        {position && metres !== null && (
          <p className={classes.far}>
            {origin.kind !== 'default' && (
              <Direction from={origin.position} to={position} headingDegrees={origin.headingDegrees} />
            )}
            <b>{origin.kind === 'default' ? distanceText(t, metres) : words.from(metres)}</b>
            {origin.kind === 'default' && <small>{t('where.noFixHere', { from: words.start })}</small>}
          </p>
        )}
      </div>
      <OverdueFacts facts={facts} />
      <LastPhotos source={source} />
      <nav aria-label={t('check.navigate')} className={classes.ways}>
        {position && (
          <Button aria-expanded={navigating} onClick={() => setNavigating(!navigating)}>
            {t('check.navigate')}
          </Button>
        )}
        {position && <Button onClick={onMap}>{t('check.onMap')}</Button>}
        {!isDeskStop(round, key) && (
          <Button onClick={() => round.toggleStop(key)}>{t(isStop ? 'check.outOfRound' : 'check.intoRound')}</Button>
        )}
        {navigating &&
          position &&
          (Object.keys(NAVIGATORS) as Navigator[]).map((navigator) => (
            <LinkButton key={navigator} href={navigationLink(navigator, position, name)}>
              {t(`check.navigator.${navigator}`)}
            </LinkButton>
          ))}
      </nav>
    </div>
  )
}
