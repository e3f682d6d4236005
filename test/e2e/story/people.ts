/** The people of the story and what they do with forms; each acts in a browser of their own. */

import { eq } from 'drizzle-orm'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { people, users } from '#db/schema/index.ts'
import { expectAccessible } from '#test/support/accessible.ts'
import type { Site } from '#test/support/site.ts'

export interface Cast {
  as: (name: string, options?: BrowserContextOptions) => Promise<Page>
  guest: Page
  site: Site
}

/** The date so many days from today. */
export const day = (offset: number) =>
  new Date(Date.now() + offset * 86_400_000 + 5 * 3_600_000).toISOString().slice(0, 10)

/** Fills named fields, presses the button and waits for the answer; a form that comes back with a refusal is a fault. */
export async function send(page: Page, fields: Record<string, string>, button: string): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await fill(page, name, value)
  await press(page, page.locator('main').getByRole('button', { name: button }).first())
}

/** Presses what sends a form and waits for the page that answers. */
export async function press(page: Page, button: Locator): Promise<void> {
  // With scripts the answer is 202 and tells where to go; the data of that page come after it.
  const next = page.waitForResponse(
    (response) => response.request().method() === 'GET' && response.url().includes('.data'),
  )
  next.catch(() => {})
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    button.click(),
  ])
  if (answer.status() === 202) await next
  await page.waitForLoadState('networkidle')
  if (answer.status() >= 400)
    throw new Error(`${answer.status()} ${page.url()} ${await page.locator('main').textContent()}`)
}

async function fill(page: Page, name: string, value: string) {
  // forms beside the text carry hidden fields of the same name
  const field = page.locator(`main [name="${name}"]:not([type="hidden"])`)
  const kind = await field.first().evaluate((element) => (element as HTMLInputElement).type)
  if (kind === 'radio' || kind === 'checkbox')
    await page.locator(`main [name="${name}"][value="${value}"]`).check()
  else if (kind.startsWith('select')) await field.first().selectOption(value)
  else await field.first().fill(value)
}

/** Opens an address and checks that it is there and accessible. */
export async function visit(page: Page, path: string): Promise<void> {
  // Scripts take the form over when they have come; typing before that is tested elsewhere.
  const answer = await page.goto(path, { waitUntil: 'networkidle' })
  if (answer?.status() !== 200)
    throw new Error(`${path}: ${answer?.status()} ${await page.locator('main').textContent()}`)
  await expectAccessible(page)
}

/** An expert of the registry with these rights to be asked, other than the accounts of the demo, gets a sign-in. */
export async function signInFor(site: Site, number: number, email: string): Promise<void> {
  const [person] = await site.owner.db.select().from(people).where(eq(people.number, number))
  if (!person) throw new Error(`no person ${number}`)
  const known = await site.owner.db.select().from(users).where(eq(users.personId, person.id))
  if (known.length > 0) {
    await site.owner.db.update(users).set({ email }).where(eq(users.personId, person.id))
    return
  }
  await site.owner.db
    .insert(users)
    .values({ personId: person.id, email, passwordHash: '-', emailConfirmedAt: new Date() })
}

/** The line of one's own invitations that is about this panel. */
export const invitationTo = (page: Page, title: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name: title, exact: true }) })
