import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect } from 'vitest'

/** Chooses the option with these words in the select whose name begins so. */
export async function choose(name: string, words: string | RegExp): Promise<void> {
  fireEvent.click(select(name))
  fireEvent.click(await screen.findByRole('option', { name: words }))
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull())
}

/** The button that shows what is chosen and opens the list. */
export function select(name: string): HTMLElement {
  return screen.getByRole('button', { name: (full) => full.startsWith(name) })
}
