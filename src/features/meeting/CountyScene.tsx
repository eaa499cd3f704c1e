import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { exceedsLimit } from '@/domain/dustfall/limit'
import { tenth } from '@/domain/dustfall/rounding'
import { STATUS_NAMES } from '@/domain/rules/status'
import { countyName } from '@/domain/sources/county'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened, useReport } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import { Change } from '@/ui/Change'
import classes from './CountyScene.module.css'
import wall from './Meeting.module.css'
import { SceneFrame } from './SceneFrame'
import { useFocusedCounty } from './use-focused-county'
import { endOf } from './use-month-facts'

const MOST_SOURCES = 10
const MOST_SURVEYED = 5

/** What stands behind one county's figure: its points, what fails there, its surveys and grades, what is new. */
export function CountyScene() {
  const { t, i18n } = useTranslation()
  const kindTexts = useKindTexts()
  const { word } = useDataWords()
  const { dataset } = useOpened()
  const report = useReport()
  const county = useFocusedCounty()
  const month = report?.month ?? ''
  const story = useAnswer(
    async (worker) => (county && month ? worker.county(county, month, endOf(month), MOST_SOURCES) : null),
    `${county} ${month}`,
  )
  const row = report?.rows.find((each) => each.county === county)
  if (!report || !county || !row) return null
  const { figure } = row
  const pointName = (code: string) => dataset.dustfallPoints.find((point) => point.code === code)?.name ?? code
  const facts = [
    { label: t('ranking.value'), value: tenth(figure.value), over: row.over },
    { label: t('ranking.rank'), value: String(row.rank ?? '—') },
    ...(story
      ? [
          { label: t('status.overdue'), value: String(story.overdue), over: story.overdue > 0 },
          { label: t('status.failing'), value: String(story.failing) },
          { label: t('meeting.newly'), value: String(story.newly), over: story.newly > 0 },
          { label: t('meeting.asOf'), value: endOf(month) },
        ]
      : []),
  ]
  return (
    <SceneFrame title={t('meeting.behind', { name: countyName(dataset, county, i18n.language) })} facts={facts}>
      <div className={classes.three}>
        <section>
          <h3>{t('meeting.points')}</h3>
          <table>
            <tbody>
              {figure.points.map((point) => (
                <tr key={point.point} data-over={point.counted && exceedsLimit(point.value, report.dustfallLimit)}>
                  <th scope="row">{pointName(point.point)}</th>
                  <td className={wall.value}>
                    {point.counted ? tenth(point.value) : `${t(`why.cause.${point.cause}`)} ${word(point.reason)}`}
                  </td>
                </tr>
              ))}
              {figure.points.length === 0 && (
                <tr>
                  <td>{t('why.published')}</td>
                </tr>
              )}
              {[
                [t('ranking.lastMonth'), row.lastMonth] as const,
                [t('ranking.lastYear'), row.lastYear] as const,
                [t('ranking.accumulated'), row.accumulated] as const,
              ].map(([label, value]) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{tenth(value)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{t('ranking.mom')}</th>
                <td>
                  <Change percent={row.monthOnMonth} />
                </td>
              </tr>
              <tr>
                <th scope="row">{t('ranking.yoy')}</th>
                <td>
                  <Change percent={row.yearOnYear} />
                </td>
              </tr>
            </tbody>
          </table>
        </section>
        <section>
          <h3>{t('meeting.worst')}</h3>
          <ul>
            {story?.worst.map(({ kind, code, name, status }) => (
              <li key={`${kind} ${code}`}>
                <SourceSymbol kind={kind} status={STATUS_NAMES[status]!} />
                <span>{name}</span>
                <span className={wall.minor}>{t(`status.${STATUS_NAMES[status]!}`)}</span>
              </li>
            ))}
            {story?.worst.length === 0 && <li>{t('meeting.nothingFails')}</li>}
          </ul>
        </section>
        <section>
          {story?.surveyed.map(({ kind, best, below }) => (
            <Fragment key={kind}>
              <h3>{t('meeting.below', { kind: kindTexts.title(kind), best: word(best) })}</h3>
              <ul>
                {below.slice(0, MOST_SURVEYED).map(({ name, grade }) => (
                  <li key={name}>
                    <span />
                    <span>{name}</span>
                    <b>{word(grade)}</b>
                  </li>
                ))}
                {below.length === 0 && <li>{t('meeting.noneBelow')}</li>}
              </ul>
            </Fragment>
          ))}
          {story?.graded.map(({ kind, counts }) => (
            <Fragment key={kind}>
              <h3>{kindTexts.title(kind)}</h3>
              <p>
                {[...counts]
                  .sort((a, b) => b[1] - a[1])
                  .map(([grade, count]) => `${word(grade) || t('meeting.noGrade')} ${count}`)
                  .join('　')}
              </p>
            </Fragment>
          ))}
        </section>
      </div>
    </SceneFrame>
  )
}
