import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useReport } from '@/store/chentu'
import { monthName } from '@/store/words/month-name'
import classes from './Meeting.module.css'

interface Props {
  readonly title: string
  /** Between the title and the facts; the month where nothing is given. */
  readonly subtitle?: ReactNode
  /** Few figures that sum the scene up. */
  readonly facts?: readonly { readonly label: string; readonly value: string; readonly over?: boolean }[]
  readonly children: ReactNode
}

/** The frame of a scene: its title, a few figures that sum it up, and its content, which fills the rest of the height. */
export function SceneFrame({ title, subtitle, facts = [], children }: Props) {
  const { t } = useTranslation()
  const report = useReport()
  const month = report && monthName(t, report.month)
  return (
    <>
      <header className={classes.head}>
        <h2>{title}</h2>
        <span>{subtitle ?? month}</span>
        <dl>
          {facts.map(({ label, value, over = false }) => (
            <div key={label} data-over={over}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </header>
      <div className={classes.body}>{children}</div>
    </>
  )
}
