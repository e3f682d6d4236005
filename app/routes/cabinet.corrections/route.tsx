import { Form, useLoaderData } from '@remix-run/react'
import { askCorrection } from '#app/domain/experts/correcting/correcting.server.ts'
import { ownCorrections } from '#app/domain/experts/correcting/corrections.server.ts'
import { CorrectionRequest } from '#app/domain/experts/correcting/forms.ts'
import { Button } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { AskForm } from './ask-form.tsx'
import styles from './own-requests.module.css'
import { Wanted } from './wanted.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => ({
  title: t.ownData.corrections.title,
  requests: await ownCorrections(acting(ctx)),
}))

export const action = serveForm(CorrectionRequest, async ({ ctx, value }) => {
  await askCorrection(acting(ctx), value)
  return done('/cabinet/corrections', 'sent')
})

const tones = { open: 'amber', accepted: 'green', refused: 'red', recalled: 'neutral' } as const

export default function CorrectionsPage() {
  const { title, requests } = useLoaderData<typeof loader>()
  const words = useMessages().ownData.corrections
  const format = useFormat()
  return (
    <Stack gap={6}>
      {requests.length > 0 && (
        <section className={styles.text}>
          <SectionHead title={words.history} />
          <ul className={styles.rows}>
            {requests.map((request) => (
              <li key={request.id}>
                <div>
                  <p className={styles.facts}>
                    {words.kinds[request.kind]} · {format.day(request.madeAt)}
                  </p>
                  <p>
                    <Wanted of={request} />{' '}
                    <Tag tone={tones[request.state]}>{words.states[request.state]}</Tag>
                  </p>
                  {request.reason && <p lang="ru">{request.reason}</p>}
                </div>
                {request.state === 'open' && (
                  <Form method="post" action="/cabinet/corrections/recall">
                    <input type="hidden" name="id" value={request.id} />
                    <Button small>{words.recall}</Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={styles.text}>
        <SectionHead title={title} />
        <AskForm />
      </section>
    </Stack>
  )
}
