/** Where a phone of the same network finds the workbench's phone. */
export interface PhoneLink {
  /** `192.168.1.20:5180` */
  readonly host: string;
  /** With the token: whoever has it may use the phone's page. */
  readonly url: string;
}

/** A link for a phone's camera. */
export interface ShownLink extends PhoneLink {
  /** An SVG as a data URL. */
  readonly picture: string;
}
