import { html, LitElement } from 'lit';

/** A component of the host page, on the page's own lit. */
class TownWeather extends LitElement {
  static override properties = { degrees: { state: true } };
  declare degrees: number;

  constructor() {
    super();
    this.degrees = 12;
  }

  override render() {
    return html`<p>Il fait ${this.degrees} degrés.</p><button @click=${() => (this.degrees += 1)}>Plus chaud</button>`;
  }
}
customElements.define('town-weather', TownWeather);
