import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { useOpened } from '@/store/chentu'
import { Chip, ChipList } from '@/ui/controls/Chip'
import { Select } from '@/ui/controls/Select'

interface Props {
  /** County codes in the order in which the meeting discusses them. */
  readonly codes: readonly string[]
  onChange(codes: readonly string[]): void
}

/** Picker for the counties that the meeting discusses before all others. */
export function FirstCounties({ codes, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const nameOf = (code: string) => countyName(dataset, code, i18n.language)
  return (
    <>
      <Select<string>
        label={t('meeting.firstCounties')}
        value=""
        placeholder={t('meeting.choose')}
        options={dataset.counties
          .filter(({ code }) => !codes.includes(code))
          .map(({ code }) => ({ value: code, label: nameOf(code) }))}
        onChange={(code) => onChange([...codes, code])}
      />
      <ChipList label={t('meeting.firstCounties')}>
        {codes.map((code, i) => (
          <Chip
            key={code}
            text={`${i + 1} ${nameOf(code)}`}
            removeLabel={t('meeting.drop', { title: nameOf(code) })}
            onRemove={() => onChange(codes.filter((each) => each !== code))}
          />
        ))}
      </ChipList>
    </>
  )
}
