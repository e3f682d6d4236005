import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import type { loader } from './route.tsx'

/** Who asks, about what, and until when an answer counts. */
export function About() {
  const { id, step, object, organisation, lastDay, hours, panel } = useLoaderData<typeof loader>()
  const { invitations: words, invites } = useMessages().panels
  const format = useFormat()
  return (
    <section aria-labelledby="about">
      <SectionHead title={words.about} id="about" />
      <Stack gap={2}>
        <p>{object.title}</p>
        <p>
          {words.from(organisation)}
          <br />
          {step === 'answer' && words.answerUntil(format.day(lastDay))}
        </p>
        <p>
          {`${invites.offer.hours}: ${invites.hours(hours)}`}
          <br />
          {`${invites.offer.terms} ${format.day(panel.lastDay)}`}
        </p>
        <p>
          <a href={`/cabinet/invitations/${id}/calendar.ics`}>{invites.offer.calendar}</a>
          <br />
          <a href={`/cabinet/invitations/${id}/letter.docx`}>{invites.offer.letter}</a>
        </p>
        {object.href && (
          <div>
            <LinkButton href={object.href} small>
              {words.draft}
            </LinkButton>
          </div>
        )}
      </Stack>
    </section>
  )
}
