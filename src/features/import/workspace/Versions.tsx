import { useTranslation } from 'react-i18next'
import type { Holding } from '@/io/versions/database'
import { useImports } from '@/store/imports'
import { heldText } from '@/store/words/counted'
import { monthName } from '@/store/words/month-name'
import { bytesText } from '@/ui/bytes'
import { ConfirmButton } from '@/ui/ConfirmButton'
import classes from './Workspace.module.css'

/** Element id of the version list, so that other parts can focus it. */
export const VERSIONS_ID = 'versions'

/** All stored versions, the one in force marked. The others and the delivered package can be restored. */
export function Versions() {
  const { t, i18n } = useTranslation()
  const versions = useImports((state) => state.versions)
  const when = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  })
  // Versions of cities set up in this browser are listed together with those of the delivered city.
  const hasSeveral = new Set(versions?.versions.map(({ city }) => city)).size > 1
  return (
    <section id={VERSIONS_ID} tabIndex={-1} aria-label={t('data.versions')} className={classes.section}>
      <h3>{t('data.versions')}</h3>
      <ul>
        {versions?.versions.map(({ id, at, dustfall, label, bytes, city, holds }) => (
          <li key={id} className={classes.version} aria-current={versions.head === id}>
            <span>
              <b>{label}</b>
              <small>
                {hasSeveral && city && `${city} · `}
                {when.format(at)} · {bytesText(bytes)}
                {dustfall && ` · ${t('data.versionMonth', { month: monthName(t, dustfall) })}`}
              </small>
            </span>
            <InForce
              id={id}
              holds={holds}
              what={t('data.versionOf', {
                label: hasSeveral && city ? `${city} · ${label}` : label,
                when: when.format(at),
              })}
            />
          </li>
        ))}
        <li className={classes.version} aria-current={versions?.head === null}>
          <b>{t('data.delivered')}</b>
          <InForce id={null} what={t('data.delivered')} />
        </li>
      </ul>
    </section>
  )
}

interface InForceProps {
  readonly id: number | null
  readonly what: string
  /** Unknown of the delivered package, and of versions stored by older apps. */
  readonly holds?: Holding | undefined
}

/**
 * Marks the version in force; otherwise a button that restores it after confirmation. `id` null is
 * the package as delivered.
 */
function InForce({ id, what, holds }: InForceProps) {
  const { t } = useTranslation()
  const { versions, restore, working } = useImports()
  if (versions?.head === id)
    return (
      <span className="badge" data-class="real">
        {t('data.inForce')}
      </span>
    )
  const now = versions?.versions.find((version) => version.id === versions.head)?.label ?? t('data.delivered')
  return (
    <ConfirmButton
      weight="quiet"
      disabled={working}
      label={t('data.restore')}
      aria-label={t('data.restoreOf', { what })}
      title={t('data.restoreTitle')}
      question={
        t('data.restoreAsk', { what, now }) +
        (holds
          ? t('data.restoreHolds', {
              ...holds,
              counted: heldText(t, holds),
              to: holds.latest ? t('data.restoreLatest', { month: monthName(t, holds.latest) }) : '',
            })
          : '')
      }
      refusal={t('data.restoreNot')}
      onConfirm={() => void restore(id, what)}
    />
  )
}
