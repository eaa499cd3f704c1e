import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Clause } from '@/domain/rules/clause'
import { useDataWords } from '@/store/words/data-words'

const ROLES = ['lead', 'support', 'carriedOutBy'] as const

/** Responsibilities, deadline, frequency and scope of a clause. */
export function ClauseFacts({ clause }: { readonly clause: Clause }) {
  const { t, i18n } = useTranslation()
  const { glossed, list } = useDataWords()
  const say = (text: { zh: string; en: string }) => inLanguage(text, i18n.language)
  return (
    <>
      {clause.parts
        ? clause.parts.map((part, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is fixed, and two may have the same text
            <div key={`${i} ${part.what.zh}`}>
              <dt>{t('plan.part', { what: say(part.what) })}</dt>
              {ROLES.filter((role) => part[role].length > 0).map((role) => (
                <dd key={role}>
                  {t(`plan.${role}`)} {list(part[role].map(glossed))}
                </dd>
              ))}
            </div>
          ))
        : ROLES.map(
            (role) =>
              clause[role].length > 0 && (
                <div key={role}>
                  <dt>{t(`plan.${role}`)}</dt>
                  <dd>{list(clause[role].map(glossed))}</dd>
                </div>
              ),
          )}
      {clause.deadlines.length > 0 && <dt>{t('plan.deadlines')}</dt>}
      {clause.deadlines.map(({ day, what }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order is fixed, and two may have the same text
        <dd key={`${i} ${day} ${what.zh}`}>
          {day} {say(what)}
        </dd>
      ))}
      {clause.recurring && <dt>{t('plan.recurring')}</dt>}
      {clause.recurring?.map(({ every, what }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order is fixed, and two may have the same text
        <dd key={`${i} ${every} ${what.zh}`}>
          {t(`planReader.every.${every}`)} {say(what)}
        </dd>
      ))}
      {clause.conditions && <dt>{t('plan.conditions')}</dt>}
      {clause.conditions?.map((condition, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order is fixed, and two may have the same text
        <dd key={`${i} ${condition.zh}`}>{say(condition)}</dd>
      ))}
    </>
  )
}
