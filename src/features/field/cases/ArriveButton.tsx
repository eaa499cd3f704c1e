import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { FAR_METRES } from '@/domain/field/ground'
import type { Position } from '@/domain/geodesy/position'
import { BeforeSaving } from '@/features/field/check/BeforeSaving'
import { HoldInRainButton } from '@/features/field/HoldInRainButton'
import { useCompanions } from '@/features/field/people/use-companions'
import { evidenceOf, lastRecordAt } from '@/ledger/evidence'
import type { Evidence } from '@/ledger/flag'
import { useOpened } from '@/store/chentu'
import { useFix } from '@/store/device/fix'
import { useLedger } from '@/store/ledger'
import { useFlagText } from '@/store/words/flags'

const WHYS = ['signal', 'gate', 'outside', 'misplaced', 'later'] as const

interface Props {
  /** Position of the case; null if unknown. */
  readonly position: Position | null
  readonly disabled: boolean
  onArrive(evidence: Evidence): void
}

/**
 * Records the team's arrival: at once, unless nobody is named as the author or the tablet's position raises flags. Then
 * it first asks who and why, as for a check.
 */
export function ArriveButton({ position, disabled, onArrive }: Props) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const { events, device, author } = useLedger()
  const { fix, toldAt } = useFix(useShallow((state) => ({ fix: state.fix, toldAt: state.toldAt })))
  const { pinCleared } = useCompanions(author)
  const flagText = useFlagText('case')
  /** Evidence shown in the dialog before saving; null while it is closed. */
  const [open, setOpen] = useState<Evidence | null>(null)
  const evidence = (reason = '') =>
    evidenceOf(
      {
        ...{ now: Date.now(), fix, toldAt, pinCleared },
        ground: position && { position, line: null, squareMetres: null },
        farMetres: dataset.settings.field?.farMetres ?? FAR_METRES,
        lastRecordAt: lastRecordAt(events?.values() ?? [], device),
        ...{ answers: {}, deadlines: [], photos: [], isCorrection: false },
        ...{ usedElsewhere: new Set(), usedBefore: new Set() },
      },
      reason,
    )
  /** Without a position of the case, there is nothing to compare with. */
  const flags = position && open ? open.flags : []
  const press = () => {
    const said = evidence()
    if (author === '' || (position && said.flags.length > 0)) setOpen(said)
    else onArrive(said)
  }
  return (
    <>
      <HoldInRainButton weight="primary" disabled={disabled} onPress={press}>
        {t('cases.field.arrive')}
      </HoldInRainButton>
      {open && (
        <BeforeSaving
          lacks={null}
          flags={flags.map((flag) => flagText(flag, open, fix?.accuracyMetres ?? null))}
          asksWhy={flags.length > 0}
          whys={WHYS}
          asksAuthor={author === ''}
          onBack={() => setOpen(null)}
          onSave={(reason) => {
            setOpen(null)
            onArrive(evidence(reason))
          }}
        >
          {t('cases.field.arrive')}
        </BeforeSaving>
      )}
    </>
  )
}
