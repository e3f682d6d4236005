/** Every remark gets its answer, the second version keeps both remarks on the word, and the summary is published. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Site } from '#test/support/site.ts'
import { concept } from './discussion.ts'
import { press, send, visit } from './people.ts'

/** Accepted, not accepted, and an explanation to the question. */
export async function answerRemarks(institute: Page, slug: string): Promise<void> {
  const verdicts = ['accepted', 'rejected', 'explained']
  for (const [at, decision] of verdicts.entries()) {
    await visit(institute, `/drafts/${slug}/remarks/${at + 1}/decision`)
    await send(institute, { decision, reason: `Обоснование решения ${at + 1}` }, 'Сохранить')
  }
}

/** A paragraph more at the beginning: all three remarks keep their exact words. */
export async function publishSecondVersion(institute: Page, slug: string, site: Site): Promise<void> {
  await visit(institute, `/drafts/${slug}/edit`)
  await press(institute, institute.getByRole('button', { name: /редакци/ }).first())
  await visit(institute, `/drafts/${slug}/edit`)
  // the choice stands once the words are turned, and the reader of Markdown may still be on its way
  await institute.locator('[name="way"][value="markdown"]').click()
  await institute.locator('textarea[name="source"]').waitFor()
  await send(institute, { source: `Введение второй редакции.\n\n${concept}` }, 'Сохранить')
  await visit(institute, `/drafts/${slug}/publish`)
  // the new paragraph answers nobody, and the accepted remark changed nothing: both are seen before it comes out
  await institute.locator('[name="seen"]').check()
  const said = { note: 'По итогам обсуждения', unkeptReason: 'Войдёт в следующую редакцию' }
  await send(institute, said, 'Опубликовать')
  const rows = await site.owner.sql<{ status: string }[]>`
    select r.status from resolutions r join versions v on v.id = r.version_id join drafts d on d.id = v.draft_id
    where d.slug = ${slug} and v.number = 2`
  expect(rows.map(({ status }) => status)).toEqual(['exact', 'exact', 'exact'])
}

/** As a page, a table and a document. */
export async function publishSummary(institute: Page, guest: Page, slug: string): Promise<void> {
  await visit(institute, `/drafts/${slug}/summary`)
  await send(institute, {}, 'Опубликовать сводку')
  await visit(guest, `/drafts/${slug}/summary`)
  await guest.getByText('Обоснование решения 1').first().waitFor()
  for (const format of ['xlsx', 'docx']) {
    const file = await guest.request.get(`/drafts/${slug}/summary.${format}`)
    expect((await file.body()).subarray(0, 2).toString(), format).toBe('PK')
  }
}
