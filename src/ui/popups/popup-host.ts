import { createContext, type RefObject } from 'react'

/**
 * The element that popups are put into; the page itself where nobody says. A modal dialog must hold its own, since all beside
 * it is inert and lies under it, and a screen with colours or sizes of its own gives them to its popups so.
 */
export const PopupHost = createContext<RefObject<HTMLElement | null> | null>(null)
