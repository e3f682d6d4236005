import { test } from '#test/support/site.ts'
import { walkMainJob } from './walk.ts'

test('the main job: draft, discussion, panel, sheets, conclusion, answers, version 2, summary', {
  timeout: 600_000,
}, async ({ as, page, site }) => {
  await walkMainJob({ as, guest: page, site })
})
