/** What the kit names of HarmonyOS' own AbilityKit. */
declare module '@kit.AbilityKit' {
  interface Want {
    readonly uri?: string;
    readonly parameters?: Readonly<Record<string, unknown>>;
  }

  namespace common {
    interface UIAbilityContext {
      readonly abilityInfo: unknown;
    }
  }
}
