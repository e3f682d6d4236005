import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { loader } from './route.tsx'

/** The last step: what is to be mended, or the box and the button. */
export function PublicationForm() {
  const { id, revision, obstacles, mayPublish } = useLoaderData<typeof loader>()
  const words = useMessages().directionLists.publication
  const of = useServerForm<Record<'sure', string>>()
  const back = <LinkButton href={`/desk/directions/${id}`}>{words.back}</LinkButton>
  if (obstacles.length > 0 || !mayPublish)
    return (
      <Stack gap={3}>
        <Notice kind="warn" title={obstacles.length > 0 && words.mend}>
          {obstacles.length > 0 ? (
            <ul>
              {obstacles.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          ) : (
            words.notYours
          )}
        </Notice>
        <Row>{back}</Row>
      </Stack>
    )
  return (
    <FieldForm of={of} submit={words.submit} beside={back} lead={<p>{words.keeps}</p>}>
      <input type="hidden" name="seen" value={revision} />
      <Checkbox label={words.sure} required {...of.check('sure')} />
    </FieldForm>
  )
}
