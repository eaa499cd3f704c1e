import { useTranslation } from 'react-i18next'
import type { CountyStory } from '@/questions/county-story'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import classes from './CountyScene.module.css'

/** So many names of a survey are listed; the others are counted. */
const MOST_SURVEYED = 4

/** What surveys and grades say of a county, a line or two for each kind. */
export function CountySurveys({ story }: { readonly story: CountyStory }) {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  const { word, list } = useDataWords()
  return (
    <dl className={classes.surveys}>
      {story.surveyed.map(({ kind, best, below }) => {
        const named = below.slice(0, MOST_SURVEYED).map(({ name, grade }) => `${name} ${word(grade)}`)
        const left = below.length - named.length
        return (
          <div key={kind}>
            <dt>{t('meeting.below', { kind: kindTexts.title(kind), best: word(best) })}</dt>
            <dd>
              {named.length === 0 ? t('meeting.noneBelow') : list(named)}
              {left > 0 && ` ${t('meeting.scenes.moreItems', { count: left })}`}
            </dd>
          </div>
        )
      })}
      {story.graded
        .filter(({ counts }) => counts.length > 0)
        .map(({ kind, counts }) => (
          <div key={kind}>
            <dt>{t('meeting.scenes.byGrade', { kind: kindTexts.title(kind) })}</dt>
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
