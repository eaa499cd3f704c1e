import { useTranslation } from 'react-i18next'
import type { zh } from '@/i18n/zh-CN'
import classes from './ProblemLine.module.css'
import { wordOfExpected } from './word-of-expected'

/** A problem with outside data, as far as the screen shows it. */
export interface ShownProblem {
  readonly code: Exclude<
    keyof typeof zh.problem,
    | 'example'
    | 'kind'
    | 'table'
    | 'part'
    | 'row'
    | 'column'
    | 'seen'
    | 'expected'
    | 'became'
    | 'countedAs'
    | 'agreesBy'
    | 'convertedBy'
    | 'lastMonth'
    | 'otherMonths'
    | 'usual'
    | 'originalFile'
    | 'stored'
    | 'earlier'
    | 'perhaps'
    | 'refused'
  >
  readonly file: string
  readonly sheet?: string
  readonly kind?: string
  readonly row?: number
  readonly column?: string
  readonly seen?: string
  readonly expected?: string
  readonly became?: string
  readonly earlier?: { readonly row: number; readonly value: string }
  /** What was done about it; only `refused` (the row was left out) is shown. */
  readonly action?: string
}

/** Problems whose `seen` is an ISO instant. */
const INSTANTS: readonly ShownProblem['code'][] = ['changed-elsewhere', 'kept-copy']

/** Problems whose value counts as another number; the text is kept. */
const COUNTED: readonly ShownProblem['code'][] = ['below-detection']

interface Props {
  readonly problem: ShownProblem
  /** Which table of the package the problem's file is, in words; absent or '' for a file of the user. */
  readonly table?: string
}

/** One problem in the user's language: file, sheet, row, column, what was seen, expected and read. */
export function ProblemLine({ problem, table = '' }: Props) {
  const { t } = useTranslation()
  const { file, sheet, kind, row, column, code } = problem
  return (
    <li className={classes.line}>
      <strong>
        {file}
        {sheet && ` · ${sheet}`}
      </strong>
      {table && <span>{table}</span>}
      {kind !== undefined && <span>{t('problem.kind', { kind })}</span>}
      {row !== undefined && <span>{t('problem.row', { row })}</span>}
      {column && (
        <span>{kind === undefined ? t('problem.column', { column }) : t('problem.part', { part: column })}</span>
      )}
      <span>{t(`problem.${code}`)}</span>
      <ProblemCells problem={problem} />
      {problem.action === 'refused' && row !== undefined && <span>{t('problem.refused')}</span>}
    </li>
  )
}

/** What was seen, what an earlier row has, what was expected, and how it was read. */
export function ProblemCells({ problem }: { readonly problem: ShownProblem }) {
  const { t } = useTranslation()
  const { code, seen, earlier, expected, became } = problem
  return (
    <>
      {seen && !INSTANTS.includes(code) && (
        <span className="quiet">{t('problem.seen', { seen: seen.slice(0, 300) })}</span>
      )}
      {earlier && (
        <span className="quiet">{t('problem.earlier', { row: earlier.row, value: earlier.value.slice(0, 300) })}</span>
      )}
      {expected && <span className="quiet">{t(`problem.${wordOfExpected(code)}`, { expected })}</span>}
      {became !== undefined && (
        <span className="quiet">{t(COUNTED.includes(code) ? 'problem.countedAs' : 'problem.became', { became })}</span>
      )}
    </>
  )
}
