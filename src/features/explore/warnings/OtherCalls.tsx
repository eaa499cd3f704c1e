import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type NamedSource, targetKey } from '@/ledger/shared-code'
import { useChentu, useDataset } from '@/store/chentu'
import { sourceKey } from '@/store/view/view'
import { otherCalls } from '@/store/warnings/other-calls'
import { useCallEvidence } from '@/store/warnings/use-call-evidence'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import { CallRecords } from './CallRecords'
import classes from './WarningsPanel.module.css'

/** Number of sources shown at first, and added by each press. */
const AT_ONCE = 50

interface Props {
  /** The warning shown, and the sources that it asks nothing of; null if none is shown. */
  readonly shown: { readonly code: string; readonly unasked: readonly NamedSource[] } | null
}

/**
 * Calls that appear in no other list: those of warnings that the table no longer has, and to sources that no measure
 * applies to any more.
 */
export function OtherCalls({ shown }: Props) {
  const { t } = useTranslation()
  const { warnings } = useDataset()
  const kindTexts = useKindTexts()
  const setView = useChentu((store) => store.setView)
  const answered = useCallEvidence()
  const [count, setCount] = useState(AT_ONCE)
  const listed = warnings.map(({ code }) => code)
  const kept = answered ? otherCalls(answered.calls, listed, shown) : []
  const callsIn = (of: (typeof kept)[number]) =>
    of.targets.reduce((sum, { standing, withdrawn }) => sum + standing.length + withdrawn.length, 0)
  if (kept.length === 0) return null
  return (
    <details className={classes.others}>
      <summary>{t('warning.other.title', { count: kept.reduce((sum, of) => sum + callsIn(of), 0) })}</summary>
      {kept.map((of) => (
        <section key={`${of.code} ${of.isListed}`} aria-label={of.name}>
          <p>
            <b>{of.name}</b> <span className={classes.mark}>{of.code}</span>
            <small>{t(of.isListed ? 'warning.other.unasked' : 'warning.other.gone', { count: callsIn(of) })}</small>
          </p>
          <ul>
            {of.targets.slice(0, count).map(({ target, standing, withdrawn }) => (
              <li key={targetKey(target)} className={classes.line}>
                <button type="button" className={classes.name} onClick={() => setView({ selected: sourceKey(target) })}>
                  {target.name}
                </button>
                <span className={classes.state}>{kindTexts.title(target.kind)}</span>
                <div>
                  <CallRecords calls={standing} withdrawn={withdrawn} warning={of.name} />
                </div>
              </li>
            ))}
          </ul>
          {of.targets.length > count && (
            <Button onClick={() => setCount(count + AT_ONCE)}>
              {t('warning.showMore', {
                count: Math.min(AT_ONCE, of.targets.length - count),
                left: of.targets.length - count,
              })}
            </Button>
          )}
        </section>
      ))}
    </details>
  )
}
