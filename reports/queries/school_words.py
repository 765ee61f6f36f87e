def school_words(school) -> dict:
    """The short name of the school as every paper may mention it."""
    return {"school_short": school.short_name, "school_short_gen": school.short_name_of, "school_short_loc": school.short_name_in}
