import './no-written-style'
import { IconChevronDown } from '@tabler/icons-react'
import { use } from 'react'
import { Button, ComboBox, I18nProvider, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ComboBoxProps } from '@/ui/controls/combo-box-props'
import control from '@/ui/controls/control.module.css'
import classes from './popup.module.css'
import { PopupHost } from './popup-host'

/** The text field of a combo box with its list. */
export default function ComboBoxField({
  id,
  value,
  options,
  required,
  placeholder,
  onChange,
}: ComboBoxProps & { readonly id: string }) {
  const { i18n } = useTranslation()
  const host = use(PopupHost)
  return (
    <I18nProvider locale={i18n.language === 'en' ? 'en-US' : 'zh-CN'}>
      <ComboBox
        aria-labelledby={id}
        className={control.box!}
        allowsCustomValue
        menuTrigger="focus"
        isRequired={required ?? false}
        inputValue={value}
        onInputChange={onChange}
      >
        <Input className={control.input!} {...(placeholder === undefined ? {} : { placeholder })} />
        <Button className={control.more!}>
          <IconChevronDown size={16} aria-hidden="true" />
        </Button>
        <Popover className={classes.popup!} offset={4} UNSTABLE_portalContainer={host?.current ?? document.body}>
          <ListBox className={classes.list!}>
            {options.map((option) => (
              <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={classes.item!}>
                {option.label}
                {option.note && <small>{option.note}</small>}
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  )
}
