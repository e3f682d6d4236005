import { Anchor } from '#app/ui/anchor.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { type Vouched, Vouching } from './vouching.tsx'

type Props = { since: Date; codesLeft: number; removable: boolean; email: string }

const FEW = 2

/** With a second step: since when, what is left, and how to renew or remove it. */
export function Standing({ since, codesLeft, removable, email }: Props) {
  const { on: words, obligedNote } = useMessages().secondFactor
  const format = useFormat()
  const { input, ...of } = useServerForm<Vouched>()
  return (
    <>
      <section aria-labelledby="on">
        <SectionHead title={words.title} id="on" />
        <Stack gap={2}>
          <p>
            {words.since(format.day(since))}. {words.left(codesLeft)}.
          </p>
          {codesLeft <= FEW && <Notice kind="warn">{words.few}</Notice>}
          <p>
            <Anchor href="/cabinet/second-factor/codes">{words.codes}</Anchor>
          </p>
          {removable ? (
            <p>
              <Anchor href="/cabinet/second-factor/removal">{words.remove}</Anchor>
            </p>
          ) : (
            <p>{obligedNote}</p>
          )}
        </Stack>
      </section>
      <section aria-labelledby="renew">
        <SectionHead title={words.renew} id="renew" />
        <FieldForm of={of} submit={words.renewSubmit} lead={<p>{words.renewLead}</p>}>
          <Vouching input={input} withCode email={email} />
        </FieldForm>
      </section>
    </>
  )
}
