import './no-written-style'
import { type RefObject, use } from 'react'
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components'
import classes from './bubble.module.css'
import { PopupHost } from './popup-host'

/** The parent decides whether it is shown. */
const SHOWN = { isOpen: true, shouldSkipAnimation: true, open: () => undefined, close: () => undefined }

/** The text of a tooltip. */
export default function Bubble(props: { readonly triggerRef: RefObject<HTMLElement | null>; readonly text: string }) {
  const host = use(PopupHost)
  return (
    <TooltipTriggerStateContext value={SHOWN}>
      <Tooltip
        className={classes.bubble!}
        triggerRef={props.triggerRef}
        offset={6}
        UNSTABLE_portalContainer={host?.current ?? document.body}
      >
        {props.text}
      </Tooltip>
    </TooltipTriggerStateContext>
  )
}
