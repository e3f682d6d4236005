/** The main job from a draft to its summary, on the text of the Concept, walked by eight signed-in people. */
import { test } from '#test/support/site.ts'
import { answerRemarks, publishSecondVersion, publishSummary } from './answers.ts'
import { discuss, publishDraft } from './discussion.ts'
import { chooseMembers, issueConclusion, requestPanel, writeSheets } from './expertise.ts'

test('the main job: draft, discussion, panel, sheets, conclusion, answers, version 2, summary', {
  timeout: 600_000,
}, async ({ as, page, site }) => {
  const cast = { as, guest: page, site }
  const institute = await as('institute')

  const slug = await publishDraft(institute, page)
  const participant = await discuss(cast, slug)

  const panel = await requestPanel(institute, slug, site)
  const members = await chooseMembers(cast, panel)
  await writeSheets(members)
  await issueConclusion(cast, panel, members)

  await answerRemarks(institute, slug)
  await publishSecondVersion(institute, slug, site)
  await publishSummary(institute, page, slug)

  await participant.goto('/cabinet/proposals')
  await participant.getByText('Обоснование решения 1').first().waitFor()
})
