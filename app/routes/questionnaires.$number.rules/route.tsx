import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { setSheetRules } from '#app/domain/questionnaires/composing.server.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { SheetRulesForm } from '#app/domain/questionnaires/page-forms.ts'
import { sheetRulesOf } from '#app/domain/questionnaires/sheet-rules.ts'
import { ComposeHead } from '#app/routes/questionnaires.$number.edit/compose-head.tsx'
import { composedPage } from '#app/routes/questionnaires.$number.edit/composed.server.ts'
import { Checkbox } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const { page } = await composedPage(args)
  const { quorum, difference, named } = sheetRulesOf(page.form)
  const values = { quorum: String(quorum), difference: String(difference), named: named ? 'on' : '' }
  return { ...page, page, values }
})

export const action = serveForm(SheetRulesForm, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const { row } = await questionnaireByNumber(mine, numberOf(params.number))
  const { seen, ...rules } = value
  await setSheetRules(mine, row.id, rules, seen)
  return done(`/questionnaires/${row.number}/rules`, 'saved')
})

/** How an expert sheet is used: the quorum at the term, marks that lie apart, names in a round. */
export default function SheetRulesPage() {
  const { page, values } = useLoaderData<typeof loader>()
  const words = useMessages().questionnaires.sheet
  const { input, check, ...of } = useServerForm<Record<keyof typeof values, string>>(values)
  return (
    <Page width="text">
      <ComposeHead page={page} current="rules" />
      <FieldForm of={of} submit={words.save}>
        <input type="hidden" name="seen" value={page.seen} />
        <Field
          label={words.quorum}
          hint={words.quorumHint}
          type="number"
          min={1}
          max={100}
          {...input('quorum')}
        />
        <Field
          label={words.difference}
          hint={words.differenceHint}
          type="number"
          min={0}
          max={10}
          {...input('difference')}
        />
        <Checkbox label={words.named} hint={words.namedHint} {...check('named')} />
      </FieldForm>
    </Page>
  )
}
