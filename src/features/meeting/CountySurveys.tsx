import { useTranslation } from 'react-i18next'
import type { IsoDay } from '@/domain/calendar'
import type { CountyStory } from '@/questions/county-story'
import { useDataWords } from '@/store/words/data-words'
import { dayName } from '@/store/words/day-name'
import { useKindTexts } from '@/store/words/kinds'
import classes from './CountyScene.module.css'

/** So many names of a survey are listed; the others are counted. */
const MOST_SURVEYED = 4

/** What surveys up to a day say of a county, and its grades, a line or two for each kind, with the day of each. */
export function CountySurveys({ story, day }: { readonly story: CountyStory; readonly day: IsoDay }) {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  const { word, list } = useDataWords()
  return (
    <dl className={classes.surveys}>
      {story.surveyed.map(({ kind, best, known, newest, below }) => {
        const named = below.slice(0, MOST_SURVEYED).map(({ name, grade }) => `${name} ${word(grade)}`)
        const left = below.length - named.length
        return (
          <div key={kind}>
            <dt>{t('meeting.below', { kind: kindTexts.title(kind), best: word(best) })}</dt>
            <dd>
              {known === 0 ? t('figures.noSurvey', { day: dayName(t, day) }) : list(named) || t('meeting.noneBelow')}
              {left > 0 && ` ${t('meeting.scenes.moreItems', { count: left })}`}
              {newest && t('figures.surveyed', { day: dayName(t, newest) })}
            </dd>
          </div>
        )
      })}
      {story.graded
        .filter(({ counts }) => counts.length > 0)
        .map(({ kind, counts }) => (
          <div key={kind}>
            <dt>{`${t('meeting.scenes.byGrade', { kind: kindTexts.title(kind) })}${t('figures.asItIsNote')}`}</dt>
            <dd>
              {counts.map(({ grade, count }) => (
                <span key={grade}>
                  {word(grade) || t('meeting.noGrade')} <b>{count}</b>
                </span>
              ))}
            </dd>
          </div>
        ))}
    </dl>
  )
}
