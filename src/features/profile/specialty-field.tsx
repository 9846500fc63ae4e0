// Finds a specialty of the catalog by its name.
import type { SpecialtyId } from '#domain/ids.ts';
import type { CatalogOverview } from '#domain/query.ts';
import { ComboField } from '#ui/combo-field.tsx';

export interface SpecialtyFieldProps {
  readonly label: string;
  readonly overview: CatalogOverview;
  /** Chosen already. */
  readonly without: readonly SpecialtyId[];
  readonly onChoose: (id: SpecialtyId) => void;
}

export function SpecialtyField({ label, overview, without, onChoose }: SpecialtyFieldProps) {
  return (
    <ComboField
      label={label}
      value=""
      collects
      offersAll
      nothing="No such specialty in the catalog."
      suggest={(text) =>
        overview.specialties
          .filter(({ id, name }) => !without.includes(id) && name.toLowerCase().includes(text.toLowerCase()))
          .map(({ id, name, programs }) => ({
            key: id,
            label: name,
            detail: `${programs} programs`,
            value: id,
          }))
      }
      onChoose={({ value }) => onChoose(value)}
    />
  );
}
