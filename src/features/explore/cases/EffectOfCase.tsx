import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { CaseEffect } from '@/questions/case-effect'
import { useDataset } from '@/store/chentu'
import { effectLines } from '@/store/words/effect-text'

/** What the hours of monitors say of what became of a case: before and after, beside devices near by, by which rule. No verdict. */
export function EffectOfCase({ effect }: { readonly effect: CaseEffect }) {
  const { t, i18n } = useTranslation()
  const rule = useDataset().cases?.effect
  return (
    <section>
      <h3>
        {t('cases.readings.title')}
        {effect.isIllustrative && (
          <span className="badge" data-class="illustrative">
            {t('cases.illustrative')}
          </span>
        )}
      </h3>
      {effectLines(t, effect).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {rule && (
        <p className="quiet">
          {t('cases.readings.note')}
          {t('cases.rule', { source: inLanguage(rule.source, i18n.language) })}
          {!rule.confirmed && ` · ${t('monitoring.unconfirmed')}`}
        </p>
      )}
    </section>
  )
}
