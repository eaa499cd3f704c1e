import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { CaseEffect } from '@/questions/cases/case-effect'
import { useDataset } from '@/store/chentu'
import { effectLines } from '@/store/words/effect-text'
import panel from '@/ui/panel.module.css'
import classes from './CasesPanel.module.css'

/** Monitor hours before and after a case compared with nearby devices, and the rule used. It gives no verdict. */
export function EffectOfCase({ effect }: { readonly effect: CaseEffect }) {
  const { t, i18n } = useTranslation()
  const rule = useDataset().cases?.effect
  return (
    <section className={classes.readings}>
      <h3 className={panel.heading}>
        {t('cases.readings.title')}{' '}
        {effect.isIllustrative && (
          <span className="badge" data-class="illustrative">
            {t('cases.illustrative')}
          </span>
        )}
      </h3>
      <ul>
        {effectLines(t, effect).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {rule && (
        <p className="quiet">
          {t('cases.readings.note')}
          {t('cases.readings.rule', { source: inLanguage(rule.source, i18n.language) })}
          {!rule.confirmed && ` · ${t('monitoring.unconfirmed')}`}
        </p>
      )}
    </section>
  )
}
