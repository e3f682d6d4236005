import { redirect } from '@remix-run/react'
import { formOf } from '#app/web/form.server.ts'
import { cookieNames } from '#app/web/request.server.ts'
import { serve, serveAction } from '#app/web/serve.server.ts'
import { isLocale } from '#content/messages/locales.ts'
import { changeSettings, printSettings, returnPath } from '#content/settings.ts'

const YEAR_SECONDS = 31_536_000

export const loader = serve(async () => redirect('/'), { confined: true })

/** Keeps the choices of the reading settings in this browser and returns to the page they were made on. */
export const action = serveAction(
  async ({ request, visit }) => {
    const form = await formOf(request)
    const headers = new Headers()
    const keep = (name: string, value: string) =>
      headers.append(
        'Set-Cookie',
        `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax`,
      )
    keep(cookieNames.settings, printSettings(changeSettings(visit.settings, form)))
    const locale = form.get('locale')
    if (isLocale(locale)) keep(cookieNames.language, locale)
    return redirect(returnPath(form.get('next')), { status: 303, headers })
  },
  { guests: true },
)
