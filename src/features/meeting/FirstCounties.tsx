import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { useOpened } from '@/store/chentu'
import form from '@/ui/form.module.css'

interface Props {
  /** Codes of counties, in the order in which they are spoken of. */
  readonly codes: readonly string[]
  onChange(codes: readonly string[]): void
}

/** The counties that the meeting speaks of before the others. */
export function FirstCounties({ codes, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const nameOf = (code: string) => countyName(dataset, code, i18n.language)
  return (
    <>
      <label className={form.field}>
        <span>{t('meeting.firstCounties')}</span>
        <select value="" onChange={({ target }) => target.value && onChange([...codes, target.value])}>
          <option value="">{t('meeting.choose')}</option>
          {dataset.counties
            .filter(({ code }) => !codes.includes(code))
            .map(({ code }) => (
              <option key={code} value={code}>
                {nameOf(code)}
              </option>
            ))}
        </select>
      </label>
      <p className={form.choices}>
        {codes.map((code, i) => (
          <button
            key={code}
            type="button"
            className="action"
            aria-label={t('meeting.drop', { title: nameOf(code) })}
            onClick={() => onChange(codes.filter((each) => each !== code))}
          >
            {`${i + 1} ${nameOf(code)} ×`}
          </button>
        ))}
      </p>
    </>
  )
}
