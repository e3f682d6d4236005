import { useLoaderData } from '@remix-run/react'
import { OwnCard } from '#app/domain/accounts/forms.ts'
import { changeCard, readOwnContacts } from '#app/domain/accounts/profile.server.ts'
import { ownUser } from '#app/domain/accounts/queries.server.ts'
import { Fieldset, RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { locales } from '#content/messages/locales.ts'
import styles from './profile.module.css'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => {
  const mine = acting(ctx)
  const { familyName, givenName, patronymic } = mine.actor
  const [user, contacts] = [await ownUser(mine), await readOwnContacts(mine)]
  const card = {
    familyName,
    givenName,
    patronymic,
    locale: user.locale,
    contactEmail: contacts.email ?? '',
    phone: contacts.phone ?? '',
  }
  return { title: t.accounts.profile.title, card }
})

export const action = serveForm(OwnCard, async ({ ctx, value }) => {
  await changeCard(acting(ctx), value)
  return done('/cabinet/profile', 'saved')
})

export default function Profile() {
  const { card } = useLoaderData<typeof loader>()
  const { fields, profile: words } = useMessages().accounts
  const { input, value, ...of } = useServerForm<typeof card>(card)
  return (
    <FieldForm className={styles.form} of={of} submit={words.save} gap={4}>
      <Fieldset legend={words.names} hint={words.namesLead} id="names">
        <Stack gap={2}>
          <Field label={fields.familyName} autoComplete="family-name" required {...input('familyName')} />
          <Field label={fields.givenName} autoComplete="given-name" required {...input('givenName')} />
          <Field label={fields.patronymic} autoComplete="additional-name" {...input('patronymic')} />
        </Stack>
      </Fieldset>
      <Fieldset legend={words.contacts} hint={words.contactsLead} id="contacts">
        <Stack gap={2}>
          <Field label={fields.contactEmail} type="email" autoComplete="email" {...input('contactEmail')} />
          <Field label={fields.phone} type="tel" autoComplete="tel" {...input('phone')} />
        </Stack>
      </Fieldset>
      <RadioGroup
        name="locale"
        legend={fields.locale}
        inline
        defaultValue={value('locale')}
        options={locales.map((locale) => ({ value: locale, label: words.locales[locale] }))}
      />
    </FieldForm>
  )
}
