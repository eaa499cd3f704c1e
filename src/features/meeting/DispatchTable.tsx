import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { IsoDay } from '@/domain/calendar'
import { STATUS_NAMES } from '@/domain/rules/status'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import type { CountyStory, DispatchedSource } from '@/questions/month/county-story'
import { useDataWords } from '@/store/words/data-words'
import { dayName } from '@/store/words/day-name'
import classes from './DispatchTable.module.css'
import { shortOffice } from './short-office'
import { lateSinceText, unmetText } from './unmet-text'
import { useHasShortLines } from './use-shape'

/** Row limits where texts take more lines: in English, and on a wall only a little wider than high. */
const [MAX_IN_ENGLISH, MAX_OF_SHORT_LINES] = [7, 6]

/**
 * A county's worst sources on a day as a dispatch sheet: what each fails, since when, who is responsible, the deadline.
 */
export function DispatchTable({ story, day }: { readonly story: CountyStory; readonly day: IsoDay }) {
  const { t, i18n } = useTranslation()
  const hasShortLines = useHasShortLines()
  const { overdue, failing } = story
  const most = i18n.language === 'en' ? MAX_IN_ENGLISH : story.worst.length
  const worst = story.worst.slice(0, hasShortLines ? MAX_OF_SHORT_LINES : most)
  if (worst.length === 0) return <p className={classes.fine}>{t('meeting.nothingFails')}</p>
  const left = overdue + failing - worst.length
  return (
    <table className={classes.dispatch} style={{ '--rows': worst.length } as CSSProperties}>
      <colgroup>
        <col className={classes.symbol} />
        <col className={classes.source} />
        <col />
        <col className={classes.standing} />
        <col className={classes.who} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {t('meeting.scenes.worstOn', { day: dayName(t, day) })}
          </th>
          <th scope="col">{t('meeting.scenes.unmet')}</th>
          <th scope="col">{t('meeting.scenes.standing')}</th>
          <th scope="col">{t('figures.who')}</th>
        </tr>
      </thead>
      <tbody>
        {worst.map((source) => (
          <DispatchRow key={source.source} source={source} />
        ))}
      </tbody>
      {left > 0 && (
        <tfoot>
          <tr>
            <td colSpan={5}>{t('meeting.scenes.moreSources', { count: left })}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function DispatchRow({ source }: { readonly source: DispatchedSource }) {
  const { t } = useTranslation()
  const { word } = useDataWords()
  const [first] = source.findings
  const status = STATUS_NAMES[source.status]!
  return (
    <tr>
      <td>
        <SourceSymbol kind={source.kind} status={status} />
      </td>
      <th scope="row">
        <span title={source.name}>{source.name}</span>
      </th>
      <td>{first && <span title={first.title}>{unmetText(t, source.findings)}</span>}</td>
      <td data-standing={status}>
        <b>
          {source.overdueDays > 0 ? t('meeting.scenes.late', { count: source.overdueDays }) : t(`status.${status}`)}
        </b>
        {/* The day that the days count from. */}
        <small>
          {(first && lateSinceText(t, first)) ||
            (first?.due ? t('meeting.scenes.due', { day: dayName(t, first.due) }) : t('meeting.scenes.noDay'))}
        </small>
      </td>
      <td>
        <span title={source.lead}>{source.lead ? shortOffice(word(source.lead)) : t('meeting.nobody')}</span>
        {source.operator !== source.lead && <small title={source.operator}>{source.operator}</small>}
      </td>
    </tr>
  )
}
