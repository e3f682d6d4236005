/** What was chosen in a file field. */
import { expect, test } from 'vitest'
import { bytesOf } from '#app/routes/drafts.$slug/file-view.server.ts'

test('a file of no bytes is a file: it is refused as empty, not taken for none', async () => {
  expect(await bytesOf(new File([], 'проект.docx'))).toMatchObject({
    name: 'проект.docx',
    bytes: new Uint8Array(),
  })
  expect(await bytesOf(new File([], ''))).toBeNull()
  expect(await bytesOf(undefined)).toBeNull()
})
