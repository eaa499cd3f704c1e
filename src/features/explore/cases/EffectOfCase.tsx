import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { CaseEffect, UnreadEffect } from '@/questions/cases/case-effect'
import { useDataset } from '@/store/chentu'
import { effectLines } from '@/store/words/effect-text'
import panel from '@/ui/panel.module.css'
import { UnreadFiles } from '@/ui/UnreadFiles'
import classes from './CasesPanel.module.css'

/** What monitors show of the effect of a case, or that their readings of the time cannot be read. */
export function EffectOfCase({ effect }: { readonly effect: CaseEffect | UnreadEffect }) {
  const { t } = useTranslation()
  if (!('unread' in effect)) return <FiguresOfCase effect={effect} />
  return (
    <section className={classes.readings}>
      <h3 className={panel.heading}>{t('cases.readings.title')}</h3>
      <UnreadFiles says={t('cases.readings.unread')} problems={effect.unread} />
    </section>
  )
}

/** Monitor hours before and after a case compared with nearby devices, and the rule used. It gives no verdict. */
function FiguresOfCase({ effect }: { readonly effect: CaseEffect }) {
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
