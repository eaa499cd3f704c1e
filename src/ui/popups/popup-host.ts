import { createContext, type RefObject } from 'react'

/**
 * The element that popups are rendered into; the page by default. A modal dialog must contain its own popups, because
 * everything outside is inert and below it; a screen with its own colours or sizes passes them on this way.
 */
export const PopupHost = createContext<RefObject<HTMLElement | null> | null>(null)
