import type { Site } from '../../../examples/wordpress/site/wordpress.ts';

/** Somebody who is logged in to WordPress, as a browser without scripts would be. */
export interface Organiser {
  /** What a browser sends along. */
  cookie: string;
  /** A page of the administration below `/wp-admin/`. */
  page(path: string): Promise<string>;
  /**
   * Fills in the form of that page whose hidden field `action` has this value, sends it, and follows where it leads.
   * @param place words that the form has to hold, where the page has several
   */
  send(path: string, action: string, fields: Record<string, string | File>, place?: string): Promise<{ status: number; text: string; headers: Headers }>;
}

export async function logIn(site: Site, user: string): Promise<Organiser> {
  const answer = await fetch(`${site.url}/wp-login.php`, {
    method: 'POST', redirect: 'manual', headers: { cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
    body: new URLSearchParams({ log: user, pwd: site.password, testcookie: '1' }),
  });
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  if (!cookie.includes('wordpress_logged_in')) throw new Error(`${user} could not log in: ${answer.status}`);
  const get = async (url: string) => {
    const page = await fetch(url, { headers: { cookie } });
    return { status: page.status, text: await page.text(), headers: page.headers };
  };
  const page = async (path: string) => (await get(`${site.url}/wp-admin/${path}`)).text;
  return {
    cookie, page,
    async send(path, action, fields, place = '') {
      const forms = (await page(path)).match(/<form\b.*?<\/form>/gs) ?? [];
      const form = forms.find((one) => one.includes(`value="${action}"`) && one.includes(place));
      if (form === undefined) throw new Error(`There is no form ${action} on ${path}`);
      const body = new FormData();
      for (const [, name = '', value = ''] of form.matchAll(/<input type="hidden"[^>]*? name="([^"]*)" value="([^"]*)"/g)) body.set(name, value);
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      const answer = await fetch(`${site.url}/wp-admin/admin-post.php`, { method: 'POST', redirect: 'manual', headers: { cookie }, body });
      const next = answer.headers.get('location');
      return next ? get(next) : { status: answer.status, text: await answer.text(), headers: answer.headers };
    },
  };
}
