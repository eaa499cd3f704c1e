import { expect, it } from 'vitest'
import { inTown } from './app'

const look = inTown.inOnePage()
const OUTSIDE = 'http://127.0.0.1:9/'

// The other tests here rely on this.
it('a visit fails by an error, a policy violation or an outside request, and the next visit does not', async () => {
  const visit = look('#/data', async (page) => {
    await page.getByRole('heading', { name: '导入数据' }).waitFor()
    await page.evaluate((url) => fetch(url).catch(String), `${OUTSIDE}page`)
    await page.workers()[0]!.evaluate(() => console.error('said by a worker'))
    const other = await page.context().newPage()
    await other.goto(`${OUTSIDE}window`).catch(String)
    const errors = ['thrown', 'refused'].map((text) =>
      page.context().waitForEvent('weberror', { predicate: (each) => each.error().message === text }),
    )
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('thrown')
      })
      void Promise.reject(new Error('refused'))
    })
    await Promise.all(errors)
  })
  const { message } = await visit.then(
    () => new Error('nothing was noticed'),
    (error: Error) => error,
  )
  const noticed = [
    `${OUTSIDE}page' violates`,
    `request to ${OUTSIDE}window`,
    'console: said by a worker',
    'error: thrown',
    'error: refused',
  ]
  expect(noticed.filter((part) => !message.includes(part))).toEqual([])
  await look('#/data', (page) => page.getByRole('heading', { name: '导入数据' }).waitFor())
})
