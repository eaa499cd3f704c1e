import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Month } from '@/domain/calendar'
import { useAttempt } from '@/store/page/use-attempt'
import { monthName } from '@/store/words/month-name'
import { ConfirmButton } from '@/ui/ConfirmButton'
import { Refused } from '@/ui/Refused'
import classes from './Workspace.module.css'

/** Display texts of a device or truck in a stored month. */
interface KeptOf {
  readonly name: string
  readonly span: string
  /** Present if it can be deleted on its own: the button's label, the question to confirm, and the action. */
  readonly removal?: { readonly label: string; readonly question: string; remove(): Promise<void> }
}

/** Display texts of a stored month. */
export interface KeptLine {
  readonly month: Month
  /** The number of readings or positions, as it is shown. */
  readonly rows: string
  readonly facts: string
  /** What is wrong with it; absent if nothing. */
  readonly fault?: string
  /** The month's devices or trucks. */
  readonly of: readonly KeptOf[]
}

interface Props {
  /** Selects the texts. */
  readonly sort: 'readings' | 'tracks'
  readonly lines: readonly KeptLine[]
  /** Stands behind the months. */
  readonly children?: ReactNode
  remove(months: readonly Month[]): Promise<void>
}

/** The stored months of readings or tracks; each can be deleted. Renders nothing if there are none. */
export function KeptMonths({ sort, lines, children, remove }: Props) {
  const { t } = useTranslation()
  if (lines.length === 0) return null
  return (
    <section aria-label={t(`${sort}.kept`)} className={classes.section}>
      <h3>{t(`${sort}.kept`)}</h3>
      <ul>
        {lines.map((line) => (
          <MonthLine key={line.month} sort={sort} line={line} remove={() => remove([line.month])} />
        ))}
      </ul>
      {children}
    </section>
  )
}

interface LineProps extends Pick<Props, 'sort'> {
  readonly line: KeptLine
  remove(): Promise<void>
}

function MonthLine({ sort, line, remove }: LineProps) {
  const { t } = useTranslation()
  const { running, problems, attempt } = useAttempt()
  const [month, rows] = [monthName(t, line.month), line.rows]
  return (
    <li className={classes.version}>
      <span>
        <b>{month}</b>
        <small>{line.facts}</small>
        {line.fault && (
          <small role="alert" className={classes.fault}>
            {line.fault}
          </small>
        )}
        <details className={classes.kept}>
          <summary>
            {sort === 'readings' ? t('readings.keptDevices', { month }) : t('tracks.keptTrucks', { month })}
          </summary>
          <ul>
            {line.of.map(({ name, span, removal }) => (
              <li key={name}>
                {name} <small>{span}</small>{' '}
                {removal && (
                  <ConfirmButton
                    weight="quiet"
                    disabled={running}
                    label={t(`${sort}.remove`)}
                    aria-label={removal.label}
                    title={t(`${sort}.removeTitle`)}
                    question={removal.question}
                    refusal={t(`${sort}.removeNot`)}
                    onConfirm={() => void attempt(removal.remove)}
                  />
                )}
              </li>
            ))}
          </ul>
        </details>
        <Refused problems={problems} />
      </span>
      <ConfirmButton
        weight="quiet"
        disabled={running}
        label={t(`${sort}.remove`)}
        aria-label={t(`${sort}.removeOf`, { month })}
        title={t(`${sort}.removeTitle`)}
        question={t(`${sort}.removeAsk`, { month, rows })}
        refusal={t(`${sort}.removeNot`)}
        onConfirm={() => void attempt(remove)}
      />
    </li>
  )
}
