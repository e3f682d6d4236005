import { numberOf } from '#app/domain/problem.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { uninvite } from '#app/domain/questionnaires/inviting.server.ts'
import { RemovalForm } from '#app/domain/questionnaires/page-forms.ts'
import PeoplePage, { loader } from '#app/routes/questionnaires.$number.people._index/route.tsx'
import { acting, done, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'
export { loader }

export const action = serveForm(RemovalForm, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const { row } = await questionnaireByNumber(mine, numberOf(params.number))
  await uninvite(mine, row.id, value.person)
  return done(`/questionnaires/${row.number}/people`, 'saved')
})

export default PeoplePage
