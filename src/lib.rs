pub mod derive;
pub mod load;
pub mod model;
