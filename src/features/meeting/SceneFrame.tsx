import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatusName } from '@/domain/rules/status'
import { countyName } from '@/domain/sources/county'
import type { SceneName } from '@/io/package/descriptor'
import { useOpened, useReport } from '@/store/chentu'
import { classTextOfConverted } from '@/store/words/class-text'
import { useDataWords } from '@/store/words/data-words'
import { monthName } from '@/store/words/month-name'
import { emsOf } from './drawings/text-width'
import { sceneProvenance } from './dustfall-classes'
import { FootNotices } from './FootNotices'
import { headlineText } from './headlines'
import classes from './Meeting.module.css'
import { useScene } from './scene-context'
import { useHeadline } from './use-headline'

interface Props {
  readonly title: string
  /** Shown after the title; by default the month and, for dustfall scenes, the unit. */
  readonly subtitle?: ReactNode
  /** A one-line summary. */
  readonly summary?: string
  /** A few summary figures. */
  readonly facts?: readonly { readonly label: string; readonly value: string; readonly status?: StatusName }[]
  /** Last line: what the scene's marks mean. */
  readonly notes?: ReactNode
  readonly children: ReactNode
}

/** Scenes whose figures are dustfall values. */
const OF_DUSTFALL: readonly SceneName[] = ['ranking', 'map', 'year', 'movers', 'county']
/** Scenes without a month's dustfall: they omit the notes on unranked counties and on published figures. */
const WITHOUT_DUSTFALL: readonly SceneName[] = ['tasks', 'decisions', 'warnings', 'cases']

/** Phrases up to this width always fit on one line. */
const MAX_ON_A_LINE = 20

/**
 * A text that breaks only between its phrases if they are short enough, so that a number is not separated from its unit,
 * and no character stands alone.
 */
function Phrases({ text }: { readonly text: string }) {
  // Odd parts are the separators.
  const parts = text.split(/([，；：、]|[,;:] )/)
  return parts.flatMap((phrase, i) => {
    if (i % 2 === 1 || phrase === '') return i % 2 === 1 && parts[i - 1] === '' ? [phrase] : []
    const [sign, space] = [(parts[i + 1] ?? '').trimEnd(), parts[i + 1]?.endsWith(' ') ? ' ' : '']
    const isShort = emsOf(phrase) <= MAX_ON_A_LINE
    return [
      // biome-ignore lint/suspicious/noArrayIndexKey: phrases are identified by their position
      <span key={i} className={isShort ? classes.phrase : undefined}>
        {phrase + sign}
      </span>,
      space,
    ]
  })
}

/**
 * The frame of a scene: its finding as the headline, the title with month and unit below, a few summary figures, the
 * content in the remaining height, and a last line.
 */
export function SceneFrame({ title, subtitle, summary, facts = [], notes, children }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const { item, step, place, begins } = useScene()
  const headline = useHeadline(item, step) ?? { over: '', rest: title }
  const text = headlineText(headline)
  const month = report && monthName(t, report.month)
  const unit = OF_DUSTFALL.includes(item.scene) ? t('ranking.unit') : null
  const under = [text === title ? null : title, ...(subtitle ? [subtitle] : [month, unit])].filter(Boolean)
  const isOfMonth = !WITHOUT_DUSTFALL.includes(item.scene)
  const unranked = isOfMonth ? dataset.counties.filter(({ ranked }) => !ranked) : []
  const { word } = useDataWords()
  const used = classTextOfConverted(t, word, sceneProvenance(dataset, item.scene))
  const isPublished = isOfMonth && report?.rows.some(({ figure }) => figure.origin === 'published')
  return (
    <>
      <header className={classes.head} style={{ '--letters': emsOf(text) } as CSSProperties}>
        <h2>
          {headline.over && (
            <em>
              <Phrases text={headline.over} />
            </em>
          )}
          <Phrases text={headline.rest} />
        </h2>
        <p>
          {under.map((part, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts are identified by their position
            <span key={i}>{part}</span>
          ))}
        </p>
        {summary && <p className={classes.summary}>{summary}</p>}
        <dl>
          {facts.map(({ label, value, status }) => (
            <div key={label} data-standing={status}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </header>
      <div className={classes.body}>{children}</div>
      <footer className={classes.foot}>
        <span>
          <span>{t('meeting.class', { classes: used })}</span>
          {isPublished && <span>{t('meeting.wall.published')}</span>}
          <span>{place}</span>
        </span>
        <span>
          {begins && <FootNotices />}
          {notes}
          {unranked.length > 0 && (
            <span>
              <Phrases
                text={t('ranking.notRanked', {
                  names: unranked.map(({ code }) => countyName(dataset, code, i18n.language)).join(t('meeting.comma')),
                })}
              />
            </span>
          )}
        </span>
      </footer>
    </>
  )
}
