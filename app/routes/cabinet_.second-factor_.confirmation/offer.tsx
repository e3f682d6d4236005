import { CodeField } from '#app/routes/cabinet_.second-factor/code-field.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Qr } from '#app/ui/qr.tsx'
import { useServerForm } from '#app/ui/server-form.ts'

type Props = { qr: { side: number; path: string }; secret: string; email: string; demo: string | null }

/** The secret, to be scanned or typed, and the first code that proves that it arrived. */
export function Offer({ qr, secret, email, demo }: Props) {
  const { confirm: words } = useMessages().secondFactor
  const { accounts } = useMessages()
  const { input, ...of } = useServerForm<{ oneTimeCode: string }>()
  const { id, name, error } = input('oneTimeCode')
  const grouped = secret.match(/.{1,4}/g)?.join(' ') ?? secret
  return (
    <Page width="form">
      <PageHead title={words.title} lead={words.lead} />
      <Stack gap={4}>
        <Qr {...qr} label={words.qr} />
        <Facts
          facts={[
            { term: accounts.fields.email, value: email },
            { term: words.manual, value: <code translate="no">{grouped}</code> },
          ]}
        />
        <p>{words.manualHint}</p>
        <FieldForm of={of} submit={words.submit}>
          <CodeField {...{ id, name, error }} demo={demo && words.demo(demo)} />
        </FieldForm>
      </Stack>
    </Page>
  )
}
