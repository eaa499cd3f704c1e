import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

type Choice = 'light' | 'dark' | 'system'

const ICONS = { light: IconSun, dark: IconMoon, system: IconDeviceDesktop } as const

interface Props {
  readonly className?: string | undefined
  readonly now: Choice
  readonly next: Choice
  onChoose(choice: Choice): void
}

/** Switches to the next theme, whose icon it shows; its tooltip says which one is chosen now. */
export function ThemeButton({ className, now, next, onChoose }: Props) {
  const { t } = useTranslation()
  const Icon = ICONS[next]
  return (
    <button
      type="button"
      className={className}
      aria-label={t('app.theme.switch')}
      title={t('app.theme.now', { now: t(`app.theme.${now}`), next: t(`app.theme.${next}`) })}
      onClick={() => onChoose(next)}
    >
      <Icon size={18} aria-hidden="true" />
    </button>
  )
}
