import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import { Chip, ChipList } from '@/ui/controls/Chip'
import { ComboBox } from '@/ui/controls/ComboBox'
import type { Option } from '@/ui/controls/options'
import { Select } from '@/ui/controls/Select'
import classes from './Rules.module.css'

interface Props {
  readonly label: string
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  /** Text shown while nothing is chosen. */
  readonly empty?: string
  /** Whether values outside the options may be typed. */
  readonly typed?: boolean
  onChange(chosen: readonly string[]): void
}

/** Multiple choice: chosen values are chips, the others are in a list that adds them. */
export function PickMany({ label, options, chosen, empty, typed = false, onChange }: Props) {
  const { t } = useTranslation()
  const labelOf = (value: string) => options.find((option) => option.value === value)?.label ?? value
  const left = options.filter(({ value }) => !chosen.includes(value))
  const add = (value: string) => onChange([...chosen, value])
  return (
    <fieldset className={classes.many}>
      <legend>{label}</legend>
      {chosen.length > 0 ? (
        <ChipList label={label}>
          {chosen.map((value) => (
            <Chip
              key={value}
              text={labelOf(value)}
              onRemove={() => onChange(chosen.filter((each) => each !== value))}
            />
          ))}
        </ChipList>
      ) : (
        empty && <p className="quiet">{empty}</p>
      )}
      {typed ? (
        <TypedAdd label={label} options={left} chosen={chosen} onAdd={add} />
      ) : (
        left.length > 0 && (
          <Select<string>
            label={t('rule.pickMore', { what: label })}
            labelled="hidden"
            value=""
            placeholder={t('rule.pickMore', { what: label })}
            options={left}
            onChange={add}
          />
        )
      )}
      {!typed && options.length === 0 && <p className="quiet">{t('rule.noColumns')}</p>}
    </fieldset>
  )
}

interface TypedProps extends Pick<Props, 'label' | 'options' | 'chosen'> {
  onAdd(value: string): void
}

function TypedAdd({ label, options, chosen, onAdd }: TypedProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const wanted = text.trim()
  const isNew = wanted !== '' && !chosen.includes(wanted)
  function take() {
    if (!isNew) return
    onAdd(options.find(({ label }) => label === wanted)?.value ?? wanted)
    setText('')
  }
  // Enter in the field adds the value and must not submit the form.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.defaultPrevented) return
    event.preventDefault()
    take()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: handles key presses of the text field inside
    <div className={classes.adding} onKeyDown={onKeyDown}>
      <ComboBox
        label={t('rule.typeMore', { what: label })}
        labelled="hidden"
        value={text}
        options={options}
        placeholder={t('rule.typeMore', { what: label })}
        onChange={setText}
      />
      <Button disabled={!isNew} onClick={take}>
        {t('rule.take')}
      </Button>
    </div>
  )
}
