use newsmark::EntityType;
pub trait Family {
    fn family(self) -> u8;
}
impl Family for EntityType {
    fn family(self) -> u8 {
        use EntityType::*;
        match self {
            Person => 0,
            Org => 1,
            Gpe | Loc | Fac => 2,
            Norp => 3,
            Product | Event | WorkOfArt | Law | Language => 4,
            Date | Time => 5,
            _ => 6,
        }
    }
}
