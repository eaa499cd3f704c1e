import type { Locator } from 'playwright-core'

/** Chooses in a select of the app by the value or the text of an option, and waits until the list is closed. */
export async function chooseOption(select: Locator, option: string | { readonly label: string }): Promise<void> {
  const page = select.page()
  await select.and(page.locator('button')).click()
  const item =
    typeof option === 'string'
      ? page.locator(`[role="option"][data-key="=${option}"]`)
      : page.getByRole('option', { name: option.label, exact: true })
  await item.click()
  await page.getByRole('listbox').waitFor({ state: 'detached' })
}

/** Enters a day, YYYY-MM-DD, as a person does: open, digits, Enter. */
export async function pickDay(picker: Locator, day: string): Promise<void> {
  const page = picker.page()
  await picker.click()
  await page.locator('[role="spinbutton"]:focus').waitFor()
  await page.keyboard.type(day.replaceAll('-', ''))
  await page.keyboard.press('Enter')
  await page.locator('[role="grid"]').waitFor({ state: 'detached' })
}
