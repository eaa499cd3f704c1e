import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { decisionStanding, decisionsBefore, sortByStanding } from '@/domain/meeting/decision'
import { judgementDay } from '@/domain/meeting/meeting-day'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { useToday } from '@/store/device/today'
import { useDataWords } from '@/store/words/data-words'
import { dayName } from '@/store/words/day-name'
import { monthName } from '@/store/words/month-name'
import { DOT } from '@/ui/dot'
import classes from './DecisionsScene.module.css'
import { doneText } from './done-text'
import wall from './Meeting.module.css'
import { SceneFrame } from './SceneFrame'
import { shortOffice } from './short-office'

/** Most rows that fit with two lines of text each; if there are more, the last row gives the count of the rest. */
const MOST = 10
/** Up to this many rows fit with three lines of text each. */
const FEW = 8

/**
 * Decisions of earlier meetings: who had to do what by when, and whether it was done by the day of the meeting. Late
 * ones come first.
 */
export function DecisionsScene() {
  const { t, i18n } = useTranslation()
  const { word } = useDataWords()
  const { dataset } = useOpened()
  const month = useReport()?.month ?? ''
  const { meeting } = dataset.settings
  const day = judgementDay(meeting, month, useToday())
  const all = sortByStanding(decisionsBefore(meeting?.decisions ?? [], month, day), day)
  const shown = all.length > MOST ? all.slice(0, MOST - 1) : all
  const hasNotes = shown.some(({ note }) => note !== '')
  const under = [month === '' ? '' : monthName(t, month), t('decisions.asOf', { day: dayName(t, day) })]
  return (
    <SceneFrame title={t('meeting.scene.decisions')} subtitle={under.filter(Boolean).join(DOT)}>
      {all.length > 0 && (
        <table
          className={classes.decisions}
          data-few={all.length <= FEW}
          style={{ '--rows': Math.min(all.length, MOST) } as CSSProperties}
        >
          <thead>
            <tr>
              <th scope="col">{t('decisions.meeting')}</th>
              <th scope="col">{t('decisions.county')}</th>
              <th scope="col">{t('decisions.task')}</th>
              <th scope="col">{t('decisions.department')}</th>
              <th scope="col">{t('decisions.due')}</th>
              <th scope="col">{t('decisions.state')}</th>
              {hasNotes && <th scope="col">{t('decisions.note')}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => {
              const standing = decisionStanding(each, day)
              return (
                <tr key={each.id} data-over={standing === 'late'}>
                  <td>{monthName(t, each.month)}</td>
                  <td>{each.county === '' ? t('decisions.city') : countyName(dataset, each.county, i18n.language)}</td>
                  <th scope="row">
                    <span title={each.task}>{each.task}</span>
                  </th>
                  <td>
                    <span title={word(each.department)}>{shortOffice(word(each.department)) || '—'}</span>
                  </td>
                  <td>{each.due === '' ? '—' : dayName(t, each.due)}</td>
                  <td className={wall.word}>{doneText(t, each, day) || t(`decisions.standing.${standing}`)}</td>
                  {hasNotes && (
                    <td>
                      <span title={each.note}>{each.note}</span>
                    </td>
                  )}
                </tr>
              )
            })}
            {all.length > shown.length && (
              <tr>
                <td colSpan={hasNotes ? 7 : 6}>{t('decisions.more', { count: all.length - shown.length })}</td>
              </tr>
            )}
          </tbody>
        </table>
      )}
    </SceneFrame>
  )
}
