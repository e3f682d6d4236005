import { useLoaderData } from '@remix-run/react'
import { choicesOf, chooseLetters } from '#app/domain/notifications/choosing.server.ts'
import { LettersForm } from '#app/domain/notifications/forms.ts'
import { followedByActor } from '#app/domain/reviews/news/followed.server.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { mailWays } from '#content/schema.ts'
import { Followed } from './followed.tsx'
import styles from './letters.module.css'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, locale }) => {
  const mine = acting(ctx)
  const choices = await choicesOf(mine.db, mine.actor.personId)
  const held = new Set(mine.actor.powers.map(({ capability }) => capability))
  return {
    title: t.notifications.letters.title,
    topics: content()
      .notifications.topics.filter(({ by }) => by === undefined || by.some((one) => held.has(one)))
      .map(({ code, title, hint, way, leave }) => ({
        ...{ code, title: title[locale], hint: hint[locale], way: choices.get(code) ?? way },
        ways: mailWays.filter((one) => leave || one !== 'never'),
      })),
    followed: await followedByActor(mine),
  }
})

export const action = serveForm(LettersForm, async ({ ctx, value }) => {
  await chooseLetters(acting(ctx), value.ways)
  return done('/cabinet/letters', 'saved')
})

export default function Letters() {
  const { topics, followed } = useLoaderData<typeof loader>()
  const words = useMessages().notifications.letters
  const form = useServerForm()
  return (
    <Stack gap={6}>
      <section className={styles.letters}>
        <SectionHead title={words.title} />
        <p>{words.lead}</p>
        <FieldForm of={form} submit={words.save} gap={4}>
          {topics.map(({ code, title, hint, way, ways }) => (
            <RadioGroup
              key={code}
              name={`ways.${code}`}
              legend={title}
              hint={hint}
              inline
              defaultValue={way}
              options={ways.map((one) => ({ value: one, label: words.ways[one] }))}
            />
          ))}
        </FieldForm>
      </section>
      <Followed followed={followed} />
    </Stack>
  )
}
