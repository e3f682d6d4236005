import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { TypedForm } from '#app/domain/panels/forms.ts'
import { saveSecondMarks, sendSecondMarks } from '#app/domain/panels/rounds/marking.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { roundPage, secondOf } from '#app/routes/panels.$number.round._index/page.server.ts'
import { RoundPage } from '#app/routes/panels.$number.round._index/round-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(roundPage)

/** Saved first and apart: a refusal to send must not lose what was typed. */
export const action = serveForm(TypedForm, async ({ form, ...args }) => {
  const [mine, number] = [acting(args.ctx), numberOf(args.params.number)]
  const id = await panelIdOf(mine, number)
  await saveSecondMarks(mine, id, await secondOf(args, form))
  await sendSecondMarks(mine, id)
  return done(`/panels/${number}/round`, 'secondSent')
})

export default RoundPage
