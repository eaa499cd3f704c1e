import { useTranslation } from 'react-i18next'

interface Props {
  /** Lets the button that it explains refer to it. */
  readonly id: string
  /** Names of missing fields. */
  readonly missing: readonly string[]
  /** Names of fields with invalid values; the reason is shown beside each. */
  readonly wrong: readonly string[]
}

/** Says which fields must be filled in or corrected before a record can be saved; nothing if none. */
export function StillNeeded({ id, missing, wrong }: Props) {
  const { t } = useTranslation()
  if (missing.length + wrong.length === 0) return null
  return (
    <p id={id} className="quiet">
      {[
        missing.length > 0 && t('cases.form.wanted', { what: missing.join(t('ui.comma')) }),
        wrong.length > 0 && t('cases.form.wrong', { what: wrong.join(t('ui.comma')) }),
      ]
        .filter(Boolean)
        .join(t('ui.semicolon'))}
    </p>
  )
}
