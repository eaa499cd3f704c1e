import './no-written-style'
import { type ReactNode, use, useLayoutEffect } from 'react'
import { I18nProvider, type Placement, Popover, setInteractionModality } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import classes from './popup.module.css'
import { PopupHost } from './popup-host'
import type { PopupProps } from './popup-props'

interface Props extends PopupProps {
  readonly placement?: Placement
  readonly children: ReactNode
}

/**
 * Box of every popup: beside its trigger, inside the window, in the app's language; closed by Escape or an outside
 * press.
 */
export function PopupFrame({ triggerRef, label, placement = 'bottom start', onClose, children }: Props) {
  const { i18n } = useTranslation()
  const host = use(PopupHost)
  // React Aria takes Enter on a native button for a screen reader's press, after which it focuses the popup and its
  // first item a frame later, in any order. After a key it focuses the item at once.
  useLayoutEffect(() => {
    if (triggerRef.current?.matches(':focus-visible')) setInteractionModality('keyboard')
  }, [triggerRef])
  return (
    <I18nProvider locale={i18n.language === 'en' ? 'en-US' : 'zh-CN'}>
      <Popover
        className={classes.popup!}
        aria-label={label}
        triggerRef={triggerRef}
        placement={placement}
        offset={4}
        UNSTABLE_portalContainer={host?.current ?? document.body}
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose()
        }}
      >
        {children}
      </Popover>
    </I18nProvider>
  )
}
